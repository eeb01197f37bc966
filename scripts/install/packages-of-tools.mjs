/**
 * The folders of packages that only tools of development need. `npm ci --omit=dev` installs some of them, because
 * a package of ours names them as optional peers; nothing that runs here asks for those.
 * @param {Record<string, any>} packages the `packages` of package-lock.json
 * @returns {string[]}
 */
export function packagesOfTools(packages) {
  const needed = new Set();
  const waiting = [""];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (needed.has(path)) continue;
    needed.add(path);
    for (const name of namesNeededBy(packages[path])) {
      const found = resolve(packages, path, name);
      if (found !== null) waiting.push(found);
    }
  }
  return Object.keys(packages).filter((path) => !needed.has(path));
}

function namesNeededBy({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }) {
  const isRequired = (name) => peerDependenciesMeta?.[name]?.optional !== true;
  return [
    ...Object.keys(dependencies ?? {}),
    ...Object.keys(optionalDependencies ?? {}),
    ...Object.keys(peerDependencies ?? {}).filter(isRequired),
  ];
}

/** As Node does: beside the package first, then folder by folder towards the root. */
function resolve(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === "") return null;
  }
}
