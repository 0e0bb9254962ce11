// Starts the app as Electron's default app does: argv is [node, launcher, switches…, path to the app, …].
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Manifest, run, say } from './run.ts'

/** Takes `-r file` out of the words, as Electron does; Playwright starts so when it is given no executable. */
const takeRequired = (words: string[]): string[] => {
  const found: string[] = []
  for (let at = words.indexOf('-r'); at >= 0; at = words.indexOf('-r')) found.push(...words.splice(at, 2).slice(1))
  return found
}

const findPackage = (path: string): string => {
  if (statSync(path).isDirectory()) return path
  let folder = dirname(path)
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

const args = process.argv.slice(2)
const preloaded = takeRequired(args)
const place = args.find((word) => !word.startsWith('-'))
if (place === undefined) {
  process.stderr.write('usage: electron [switches] path/to/app [arguments]\n')
  process.exit(1)
}

run.packageDir = findPackage(resolve(place))
const manifest = join(run.packageDir, 'package.json')
if (existsSync(manifest)) run.manifest = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest // npm's own file
run.argv = args
process.argv = [process.env['STANDIN_EXECUTABLE'] ?? process.execPath, ...args]
for (const [name, value] of Object.entries({
  type: 'browser',
  defaultApp: true,
  resourcesPath: join(run.packageDir, 'resources'),
}))
  Object.defineProperty(process, name, { value })

process.on('exit', (code) => {
  if (code === 13) say('the entry module never finished: a top-level await that needs `ready` hangs in Electron too')
})

const { app } = await import('./app.ts')
const load = createRequire(import.meta.url)
for (const path of preloaded) load(resolve(path))
const entry = statSync(resolve(place)).isDirectory() ? resolve(place, run.manifest.main ?? 'index.js') : resolve(place)
await import(pathToFileURL(entry).href)
app._begin()
