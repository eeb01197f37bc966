// The stylesheet and its fonts come with the code, when the first formula appears.
import "katex/dist/katex.min.css";

export { default as katex } from "katex";
