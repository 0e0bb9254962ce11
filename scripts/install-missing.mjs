// Installs what a command of this project needs and does not find, and says so in plain sentences.
// Runs on Node 20 without any package, because it is what fetches Node 24 and the packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export const project = resolve(import.meta.dirname, '..')
export const say = (text) => console.log(text)

const bin = join(project, 'node_modules', '.bin')
const isWindows = process.platform === 'win32'

/** The environment in which every tool of the project is found, and Node 24 before any other. */
export const environment = () => ({ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` })

/** Runs a program with its words and shows what it prints; true when it succeeded. */
export const succeeds = (program, words, options = {}) =>
  spawnSync(program, words, { cwd: project, env: environment(), stdio: 'inherit', shell: isWindows, ...options }).status === 0

/** Brings node_modules to what package-lock.json says. Ends the process when that fails. */
export const installPackages = () => {
  const missing = missingPackages()
  if (missing.length === 0) return
  say(
    `${missing.length === 1 ? `The package ${missing[0]} is` : `${missing.length} packages are`} missing or of another version; I install what package-lock.json lists (npm ci).`,
  )
  // No package of this project needs a script at installation.
  if (!succeeds('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))
    end('The packages could not be installed; npm says above why.')
}

/** Continues under Node 24, which is one of the packages, when this is an older one. `script` is the file to start again. */
export const continueUnderNode24 = (script) => {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return
  const node = join(bin, isWindows ? 'node.cmd' : 'node')
  if (!existsSync(node))
    end(
      `This is Node ${process.versions.node}; Kith needs Node 24, and there is none for this system among the packages. Please install it.`,
    )
  const { status } = spawnSync(node, [script, ...process.argv.slice(2)], {
    cwd: project,
    env: environment(),
    stdio: 'inherit',
    shell: isWindows,
  })
  process.exit(status ?? 1)
}

export const end = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const missingPackages = () => {
  const wanted = lockedPackages(join(project, 'package-lock.json'))
  const present = lockedPackages(join(project, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, { link }]) => path !== '' && !link)
    .filter(
      ([path, { version, optional }]) =>
        !(optional && !present[path]) && !(present[path]?.version === version && existsSync(join(project, path))),
    )
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
}

const lockedPackages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})
