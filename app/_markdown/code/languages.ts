import type { LanguageFn } from "highlight.js";

/** A language that code can be coloured in: what it is called, how its files end, and its grammar on demand. */
type CodeLanguage = { name: string; extension: string; load: () => Promise<{ default: LanguageFn }> };

const LANGUAGES: Record<string, CodeLanguage> = {
  bash: { name: "Shell", extension: "sh", load: () => import("highlight.js/lib/languages/bash") },
  c: { name: "C", extension: "c", load: () => import("highlight.js/lib/languages/c") },
  cpp: { name: "C++", extension: "cpp", load: () => import("highlight.js/lib/languages/cpp") },
  csharp: { name: "C#", extension: "cs", load: () => import("highlight.js/lib/languages/csharp") },
  css: { name: "CSS", extension: "css", load: () => import("highlight.js/lib/languages/css") },
  dart: { name: "Dart", extension: "dart", load: () => import("highlight.js/lib/languages/dart") },
  diff: { name: "Diff", extension: "diff", load: () => import("highlight.js/lib/languages/diff") },
  dockerfile: {
    name: "Dockerfile",
    extension: "dockerfile",
    load: () => import("highlight.js/lib/languages/dockerfile"),
  },
  elixir: { name: "Elixir", extension: "ex", load: () => import("highlight.js/lib/languages/elixir") },
  go: { name: "Go", extension: "go", load: () => import("highlight.js/lib/languages/go") },
  graphql: { name: "GraphQL", extension: "graphql", load: () => import("highlight.js/lib/languages/graphql") },
  haskell: { name: "Haskell", extension: "hs", load: () => import("highlight.js/lib/languages/haskell") },
  ini: { name: "TOML", extension: "toml", load: () => import("highlight.js/lib/languages/ini") },
  java: { name: "Java", extension: "java", load: () => import("highlight.js/lib/languages/java") },
  javascript: { name: "JavaScript", extension: "js", load: () => import("highlight.js/lib/languages/javascript") },
  json: { name: "JSON", extension: "json", load: () => import("highlight.js/lib/languages/json") },
  kotlin: { name: "Kotlin", extension: "kt", load: () => import("highlight.js/lib/languages/kotlin") },
  latex: { name: "LaTeX", extension: "tex", load: () => import("highlight.js/lib/languages/latex") },
  lua: { name: "Lua", extension: "lua", load: () => import("highlight.js/lib/languages/lua") },
  makefile: { name: "Makefile", extension: "mk", load: () => import("highlight.js/lib/languages/makefile") },
  markdown: { name: "Markdown", extension: "md", load: () => import("highlight.js/lib/languages/markdown") },
  nginx: { name: "nginx", extension: "conf", load: () => import("highlight.js/lib/languages/nginx") },
  php: { name: "PHP", extension: "php", load: () => import("highlight.js/lib/languages/php") },
  powershell: { name: "PowerShell", extension: "ps1", load: () => import("highlight.js/lib/languages/powershell") },
  python: { name: "Python", extension: "py", load: () => import("highlight.js/lib/languages/python") },
  r: { name: "R", extension: "r", load: () => import("highlight.js/lib/languages/r") },
  ruby: { name: "Ruby", extension: "rb", load: () => import("highlight.js/lib/languages/ruby") },
  rust: { name: "Rust", extension: "rs", load: () => import("highlight.js/lib/languages/rust") },
  scala: { name: "Scala", extension: "scala", load: () => import("highlight.js/lib/languages/scala") },
  scss: { name: "SCSS", extension: "scss", load: () => import("highlight.js/lib/languages/scss") },
  sql: { name: "SQL", extension: "sql", load: () => import("highlight.js/lib/languages/sql") },
  swift: { name: "Swift", extension: "swift", load: () => import("highlight.js/lib/languages/swift") },
  typescript: { name: "TypeScript", extension: "ts", load: () => import("highlight.js/lib/languages/typescript") },
  xml: { name: "HTML", extension: "html", load: () => import("highlight.js/lib/languages/xml") },
  yaml: { name: "YAML", extension: "yaml", load: () => import("highlight.js/lib/languages/yaml") },
};

const ALIASES: Record<string, string> = {
  "c#": "csharp",
  "c++": "cpp",
  cc: "cpp",
  console: "bash",
  cs: "csharp",
  cxx: "cpp",
  docker: "dockerfile",
  ex: "elixir",
  exs: "elixir",
  golang: "go",
  gql: "graphql",
  h: "c",
  hpp: "cpp",
  hs: "haskell",
  htm: "xml",
  html: "xml",
  js: "javascript",
  json5: "json",
  jsonc: "json",
  jsonl: "json",
  jsx: "javascript",
  kt: "kotlin",
  make: "makefile",
  md: "markdown",
  mjs: "javascript",
  patch: "diff",
  ps: "powershell",
  ps1: "powershell",
  py: "python",
  python3: "python",
  rb: "ruby",
  rs: "rust",
  sh: "bash",
  shell: "bash",
  svg: "xml",
  svelte: "xml",
  tex: "latex",
  toml: "ini",
  ts: "typescript",
  tsx: "typescript",
  vue: "xml",
  xhtml: "xml",
  yml: "yaml",
  zsh: "bash",
};

/** Names that differ from their grammar's: a label must say what was written, not what colours it. */
const NAMES: Record<string, { name: string; extension: string }> = {
  console: { name: "Console", extension: "txt" },
  ini: { name: "INI", extension: "ini" },
  jsx: { name: "JSX", extension: "jsx" },
  svelte: { name: "Svelte", extension: "svelte" },
  svg: { name: "SVG", extension: "svg" },
  toml: { name: "TOML", extension: "toml" },
  tsx: { name: "TSX", extension: "tsx" },
  vue: { name: "Vue", extension: "vue" },
  xml: { name: "XML", extension: "xml" },
};

/** What a fence's info string ("ts title=x") names; an unknown name is shown as written and stays plain. */
export type NamedLanguage = { name: string; extension: string; grammar: string | null };

/** Reads the language from a fence's info string; null where it names none. */
export function readLanguage(info: string): NamedLanguage | null {
  const written = /^[^\s{:,]+/.exec(info.trim())?.[0] ?? "";
  const key = written.toLowerCase();
  if (key === "" || key === "text" || key === "txt" || key === "plaintext" || key === "plain") return null;
  const grammar = Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? key) : key;
  const language = Object.hasOwn(LANGUAGES, grammar) ? LANGUAGES[grammar] : undefined;
  if (language === undefined) return { name: written.slice(0, 24), extension: "txt", grammar: null };
  const named = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
  return { name: named?.name ?? language.name, extension: named?.extension ?? language.extension, grammar };
}

/** Loads a grammar by the name that `readLanguage` gave. */
export function loadGrammar(grammar: string): Promise<{ default: LanguageFn }> {
  const language = LANGUAGES[grammar];
  return language === undefined ? Promise.reject(new Error(`no grammar called ${grammar}`)) : language.load();
}
