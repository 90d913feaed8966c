import "./sized.js";
import { AllymarkPortfolio } from "../portfolio.js";

if (!customElements.get("allymark-portfolio")) customElements.define("allymark-portfolio", AllymarkPortfolio);
