import { code, page, table } from './markdown.ts';

/** A package that npm installs for a user of rel, as the lock file has it. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly on: (typeof NODES)[number];
  /** npm runs code of it while it installs. */
  readonly runsOnInstall: boolean;
  /** What npm compares the fetched package with; null for what comes with rel. */
  readonly integrity: string | null;
  /** Asked for by rel by its name. */
  readonly isDirect: boolean;
}

const NODES = ['every Node', 'Node 20', 'newer Nodes'] as const;

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  /** A folder of rel, which is listed by its own path as well. */
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, Locked>>;
}

const IN_MODULES = 'node_modules/';
const OLDER_DRIVER = 'better-sqlite3-node20';
const DRIVER = 'better-sqlite3';

/** In the order of their names. */
export function installedFor({ packages }: LockFile): readonly Installed[] {
  const direct = Object.keys(packages['']?.dependencies ?? {});
  const everywhere = reachedFrom(packages, direct);
  const newer = reachedFrom(packages, [DRIVER]);
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path !== '' && dev !== true && link !== true)
    .map(([path, locked]) => {
      const name = locked.name ?? path.slice(path.lastIndexOf(IN_MODULES) + IN_MODULES.length);
      const on = everywhere.has(path) ? 0 : newer.has(path) ? 2 : 1;
      return {
        name,
        version: locked.version ?? '',
        licence: locked.license ?? 'none',
        on: NODES[on],
        runsOnInstall: locked.hasInstallScript === true,
        integrity: locked.integrity ?? null,
        isDirect: [...direct, DRIVER, OLDER_DRIVER].includes(name),
      };
    })
    .sort((one, other) => (one.name + one.version < other.name + other.version ? -1 : 1));
}

type Packages = LockFile['packages'];

/** The paths of these packages and of all that they need, found as Node finds them. */
function reachedFrom(
  packages: Packages,
  names: readonly string[],
  from = '',
  reached = new Set<string>(),
): ReadonlySet<string> {
  for (const name of names) {
    const path = placeOf(packages, name, from);
    if (path === undefined || reached.has(path)) continue;
    reached.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    const needs = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    reachedFrom(packages, Object.keys(needs), path, reached);
  }
  return reached;
}

function placeOf(packages: Packages, name: string, from: string): string | undefined {
  const path = `${from}${from === '' ? '' : '/'}${IN_MODULES}${name}`;
  if (Object.hasOwn(packages, path)) return path;
  if (from === '') return undefined;
  return placeOf(packages, name, from.slice(0, Math.max(0, from.lastIndexOf(`/${IN_MODULES}`))));
}

export function dependenciesPage(lock: LockFile): string {
  const all = installedFor(lock);
  const direct = all.filter(({ isDirect }) => isDirect);
  const scripts = all.filter(({ runsOnInstall }) => runsOnInstall);
  return page(
    '# Dependencies',
    `What npm installs for a user of rel, from the lock file: ${all.length} packages at most, ${direct.length} of which rel asks for by name. Each is fixed to one version and to a checksum of its content. What rel uses of them is bundled when it is built; the SQLite driver alone is loaded from its own folder.`,
    ...NODES.map((node) => sectionFor(node, all)),
    '## What runs while npm installs',
    `${scripts.map(({ name, version }) => code(`${name}@${version}`)).join(' and ')}, the SQLite driver, and nothing else. The newer one carries its binaries along. The older one, for Node 20, fetches a binary from where its authors publish it, which no checksum here covers; \`npm_config_build_from_source=true npm install\` compiles it from the source that came with the package instead.`,
    '## Licences',
    table(['licence', 'packages'], licences(all)),
  );
}

function sectionFor(node: Installed['on'], all: readonly Installed[]): string {
  const here = all.filter(({ on }) => on === node);
  const rows = here.map(({ name, version, licence, isDirect }) => [
    code(name),
    version,
    licence,
    isDirect ? 'yes' : '',
  ]);
  const head = ['package', 'version', 'licence', 'asked for by name'];
  return `## On ${node}: ${here.length}\n\n${table(head, rows)}`;
}

function licences(all: readonly Installed[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([licence, count]) => [licence, String(count)]);
}
