// Completes package-lock.json after `npm install`: platform packages that a registry does not carry for other systems
// are left out of the lock file by npm, and `npm ci` then refuses it as out of step. Each missing optional package is
// entered with the platform that its name tells, so that it is skipped everywhere else and fetched where it belongs.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'netbsd',
  'openbsd',
  'linux',
  'openharmony',
  'win32',
  'sunos',
  'aix',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'wasm32',
  'mips64el',
];

let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] !== undefined) continue;
    lock.packages[path] = {
      version,
      ...platformOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);

/** `@biomejs/cli-linux-x64-musl` → os linux, cpu x64, libc musl. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const musl = words.includes('musl') || words.includes('musleabihf');
  if (os.length === 0 && cpu.length === 0)
    throw new Error(`Cannot tell the platform of "${name}" from its name`);
  return {
    ...(cpu.length ? { cpu } : {}),
    ...(os.length ? { os } : {}),
    ...(musl ? { libc: ['musl'] } : {}),
  };
}
