/** Source files by path (forward slashes, relative to the root). */
export type ShapeTree = Map<string, string>;

const FILE_LINES_MAX = 300;
const SHARED_COMPONENT = /^app\/_ui\//;
const VAGUE_NAME = /(^|\/)(utils?|helpers?|misc)(\/|\.tsx?$)/;

/** The files that every folder of a family has, so that who knows one knows all. */
const FAMILIES: { folder: RegExp; files: string[] }[] = [
  {
    folder: /^server\/domains\/[^/]+\//,
    files: ["index.ts", "repository.ts", "schema.ts", "policy.ts", "presenter.ts", "router.ts"],
  },
  {
    folder: /^inference\/providers\/[^/]+\//,
    files: ["index.ts", "client.ts", "to-request.ts", "chat-model.ts", "list-model-names.ts"],
  },
];

/** What is wrong with the shape of the tree, one sentence each: sizes, vague names, files that siblings lack. */
export function findShapeFaults(tree: ShapeTree): string[] {
  return [...findLongFiles(tree), ...findVagueNames(tree), ...findMissingSiblings(tree), ...findHatches(tree)];
}

function findLongFiles(tree: ShapeTree): string[] {
  return [...tree]
    .map(([path, text]) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > FILE_LINES_MAX)
    .map(
      ({ path, lines }) => `${path} has ${lines} lines; at most ${FILE_LINES_MAX}: split it by what changes together`,
    );
}

function findVagueNames(tree: ShapeTree): string[] {
  return [...tree.keys()]
    .filter((path) => VAGUE_NAME.test(path))
    .map((path) => `${path} has a name that says nothing; name it after the one thing it exports`);
}

function findMissingSiblings(tree: ShapeTree): string[] {
  return FAMILIES.flatMap(({ folder, files }) => {
    const folders = new Set([...tree.keys()].flatMap((path) => folder.exec(path)?.[0] ?? []));
    return [...folders].flatMap((found) =>
      files.filter((file) => !tree.has(found + file)).map((file) => `${found} lacks ${file}, which its siblings have`),
    );
  });
}

function findHatches(tree: ShapeTree): string[] {
  return [...tree]
    .filter(([path, text]) => SHARED_COMPONENT.test(path) && /\bclassName\??:/.test(text))
    .map(([path]) => `${path} takes a className; say with a prop what it should look like`);
}
