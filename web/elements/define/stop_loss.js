import "./sized.js";
import { AllymarkStopLoss } from "../stop_loss.js";

if (!customElements.get("allymark-stop-loss")) customElements.define("allymark-stop-loss", AllymarkStopLoss);
