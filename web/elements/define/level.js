import "./sized.js";
import { AllymarkLevel } from "../level.js";

if (!customElements.get("allymark-level")) customElements.define("allymark-level", AllymarkLevel);
