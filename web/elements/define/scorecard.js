import "./sized.js";
import { AllymarkScorecard } from "../scorecard.js";

if (!customElements.get("allymark-scorecard")) customElements.define("allymark-scorecard", AllymarkScorecard);
