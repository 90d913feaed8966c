import { AllymarkApp } from "../app.js";
import "./sized.js";
import "../../views/steps.js";

if (!customElements.get("allymark-app")) customElements.define("allymark-app", AllymarkApp);
