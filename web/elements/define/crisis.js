import "./sized.js";
import { AllymarkCrisis } from "../crisis.js";

if (!customElements.get("allymark-crisis")) customElements.define("allymark-crisis", AllymarkCrisis);
