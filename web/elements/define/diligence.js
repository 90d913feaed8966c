import "./sized.js";
import { AllymarkDiligence } from "../diligence.js";

if (!customElements.get("allymark-diligence")) customElements.define("allymark-diligence", AllymarkDiligence);
