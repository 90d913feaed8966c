import { AllymarkSized } from "../sized.js";

if (!customElements.get("allymark-sized")) customElements.define("allymark-sized", AllymarkSized);
