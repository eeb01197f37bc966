import type { Topic } from "./topic.ts";

/** Programming, figures and letters, in English. */
export const TOPICS_OF_WORK: readonly Topic[] = [
  {
    questions: [
      "Why is this SQL query slow although there is an index on the column?",
      "How do I page through a large table without OFFSET?",
      "Which index do I need for a filter on two columns and a sort on a third?",
    ],
    followUps: [
      "What does the plan look like then?",
      "Does that still hold with a million rows?",
      "Can you show it with a composite index?",
      "Thanks. And how do I know which index is never used?",
    ],
    language: "english",
    heading: "What the planner does",
    sentences: [
      "An index helps only when the planner expects it to read fewer pages than a scan of the table.",
      "A function around the column hides the index, so compare the bare column with a computed constant.",
      "Statistics that are out of date make the estimate wrong, and a wrong estimate makes the plan wrong.",
      "Keyset pagination remembers the last row and asks for what comes behind it, so every page costs the same.",
      "The columns that are compared for equality come first in the index, the one that is sorted by comes last.",
      "Run the statement twice before you measure: the first run may only have warmed the cache.",
    ],
    points: [
      "Compare estimated and actual rows in the plan",
      "Look for a sort that spills to disk",
      "Check whether the index covers all columns that are returned",
      "Keep transactions short, or dead rows pile up",
      "Measure with real data, not with ten rows",
    ],
    table: {
      head: ["Plan", "Rows read", "Time"],
      rows: [
        ["Sequential scan", "1,000,000", "412 ms"],
        ["Index scan", "1,200", "3.1 ms"],
        ["Index-only scan", "40", "0.2 ms"],
      ],
    },
    code: {
      language: "sql",
      text: "select id, title, updated_at\nfrom conversations\nwhere user_id = $1\n  and (updated_at, id) < ($2, $3)\norder by updated_at desc, id desc\nlimit 40;",
    },
    formula: null,
  },
  {
    questions: [
      "Write a debounce function in TypeScript that can be cancelled",
      "How do I limit the number of promises that run at the same time?",
      "What is the cleanest way to retry a fetch with back-off in TypeScript?",
    ],
    followUps: [
      "Please add types for the arguments.",
      "How would I test that without waiting?",
      "What happens when the component unmounts?",
      "Could you make it shorter?",
    ],
    language: "english",
    heading: "How it works",
    sentences: [
      "The timer belongs to the closure, so every caller shares one pending call.",
      "Passing an `AbortSignal` lets the caller stop the work instead of ignoring its result.",
      "A queue with a fixed number of workers is simpler than counting what is under way.",
      "Back-off without jitter makes all clients return at the same moment, which is what you wanted to avoid.",
      "With fake timers a test of this takes no time at all.",
      "Retry only what may succeed the second time: a refused request will be refused again.",
    ],
    points: [
      "The last call wins",
      "Errors reach the caller unchanged",
      "Nothing keeps the process alive once it is idle",
      "Cancelling twice is harmless",
    ],
    table: null,
    code: {
      language: "ts",
      text: "export function debounce<Args extends unknown[]>(run: (...args: Args) => void, waitMs: number) {\n  let timer: ReturnType<typeof setTimeout> | undefined;\n  const debounced = (...args: Args) => {\n    clearTimeout(timer);\n    timer = setTimeout(() => run(...args), waitMs);\n  };\n  debounced.cancel = () => clearTimeout(timer);\n  return debounced;\n}",
    },
    formula: null,
  },
  {
    questions: [
      "Explain the difference between variance and standard deviation with an example",
      "How large does my A/B test have to be?",
      "What does a p-value of 0.04 really say?",
    ],
    followUps: [
      "Can you show the numbers for 5 % against 6 %?",
      "And if I look at the result every day?",
      "Is there a rule of thumb?",
    ],
    language: "english",
    heading: "The idea",
    sentences: [
      "Variance is the mean squared distance from the mean; its root has the unit of the data again.",
      "The smaller the difference that you want to see, the more people you need: half the difference, four times the people.",
      "A p-value says how surprising the data would be if there were no difference, and nothing about how large it is.",
      "Looking every day and stopping at the first good value finds differences that are not there.",
      "Report an interval, not only a verdict: it shows what else would fit the data.",
    ],
    points: [
      "Decide the size before you start",
      "Keep the groups equal in size",
      "Count people, not visits",
      "Say beforehand what you will do with either result",
    ],
    table: {
      head: ["Base rate", "Difference", "People a group"],
      rows: [
        ["5 %", "1 point", "8,200"],
        ["5 %", "0.5 points", "31,300"],
        ["20 %", "1 point", "25,600"],
      ],
    },
    code: null,
    formula: "n = \\frac{16\\,\\bar p(1-\\bar p)}{\\Delta^2}",
  },
  {
    questions: [
      "Make this e-mail to a customer friendlier without promising anything",
      "Summarise these meeting notes in five points",
      "Help me say no to a project without burning the bridge",
    ],
    followUps: ["Shorter, please.", "A little warmer.", "Now as a subject line.", "Good. Translate it into German."],
    language: "english",
    heading: "A version to start from",
    sentences: [
      "Begin with what the other person gets, not with what you could not do.",
      "One apology is enough; the second one begins to sound like an excuse.",
      "Say by when you will write again, even if there is nothing new by then.",
      "A short sentence with a plain verb sounds more honest than a long one with three nouns.",
      "Leave the door open by naming what would have to change.",
    ],
    points: [
      "Thank them for the patience",
      "Name the next step and its date",
      "Offer a call instead of a third e-mail",
      "Keep it below 120 words",
    ],
    table: null,
    code: null,
    formula: null,
  },
  {
    questions: [
      "My Docker image is 1.8 GB, how do I make it smaller?",
      "Why does my container lose its data when it restarts?",
      "Write a health check for a Node service",
    ],
    followUps: [
      "Show me the Dockerfile.",
      "Does Alpine cause trouble with native modules?",
      "How do I see which layer is so large?",
    ],
    language: "english",
    heading: "Where the space goes",
    sentences: [
      "Every line of the file makes a layer, and deleting a file in a later layer frees nothing.",
      "Build in one stage and copy only the result into the next one.",
      "Whatever must survive belongs in a volume, because a container's own files go with it.",
      "A health check that asks the database on every beat turns one slow query into a restart loop.",
    ],
    points: [
      "Copy the lock file before the sources, so that the cache holds",
      "Leave test dependencies out",
      "Run as a user of its own",
      "Pin the base image by its digest",
    ],
    table: {
      head: ["Step", "Size"],
      rows: [
        ["Full image with build tools", "1.8 GB"],
        ["Two stages", "420 MB"],
        ["Slim base", "190 MB"],
      ],
    },
    code: {
      language: "dockerfile",
      text: 'FROM node:24-slim AS build\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build && npm prune --omit=dev\n\nFROM node:24-slim\nWORKDIR /app\nCOPY --from=build /app .\nUSER node\nCMD ["npm", "start"]',
    },
    formula: null,
  },
  {
    questions: [
      "Write a Python script that finds duplicate photos in a folder",
      "How do I read a 10 GB CSV file in Python without running out of memory?",
      "Parse dates in three formats with Python",
    ],
    followUps: [
      "Can it also find photos that were resized?",
      "How long will that take for 50,000 files?",
      "Please add a dry run.",
    ],
    language: "english",
    heading: "The script",
    sentences: [
      "Compare the sizes first: files of different length cannot be the same, and reading a size costs nothing.",
      "Read in pieces, so that memory depends on the piece and not on the file.",
      "A generator hands over one row at a time and keeps none of them.",
      "Deleting is the one step that should ask before it acts.",
    ],
    points: [
      "Group by size",
      "Hash only where a size occurs twice",
      "Keep the oldest of each group",
      "Log what was moved, and where",
    ],
    table: null,
    code: {
      language: "python",
      text: "import hashlib\nfrom collections import defaultdict\nfrom pathlib import Path\n\n\ndef find_duplicates(folder: Path) -> list[list[Path]]:\n    by_size = defaultdict(list)\n    for path in folder.rglob('*'):\n        if path.is_file():\n            by_size[path.stat().st_size].append(path)\n    by_hash = defaultdict(list)\n    for paths in by_size.values():\n        if len(paths) > 1:\n            for path in paths:\n                by_hash[hashlib.sha256(path.read_bytes()).digest()].append(path)\n    return [paths for paths in by_hash.values() if len(paths) > 1]",
    },
    formula: null,
  },
];
