import "./sized.js";
import { AllymarkRelationship } from "../relationship.js";

if (!customElements.get("allymark-relationship")) customElements.define("allymark-relationship", AllymarkRelationship);
