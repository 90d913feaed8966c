import "./sized.js";
import { AllymarkCommission } from "../commission.js";

if (!customElements.get("allymark-commission")) customElements.define("allymark-commission", AllymarkCommission);
