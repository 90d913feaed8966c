import "./sized.js";
import { AllymarkReadiness } from "../readiness.js";

if (!customElements.get("allymark-readiness")) customElements.define("allymark-readiness", AllymarkReadiness);
