import "./sized.js";
import { AllymarkTrial } from "../trial.js";

if (!customElements.get("allymark-trial")) customElements.define("allymark-trial", AllymarkTrial);
