import { AllymarkApp } from "../app.js";
import "../../views/steps.js";

if (!customElements.get("allymark-app")) customElements.define("allymark-app", AllymarkApp);
