// Builds the app when its sources are newer than what was built.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { end, project, say, succeeds } from './install-missing.mjs'

const sources = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

export const buildWhenOlder = () => {
  const oldest = Math.min(...built.map((file) => changedAt(join(project, file))))
  const newest = Math.max(...sources.map((source) => newestIn(join(project, source))))
  if (newest <= oldest) return
  say(oldest === 0 ? 'Kith is not built yet; I build it.' : 'The sources have changed; I build Kith again.')
  if (!succeeds('npm', ['run', '--silent', 'build'])) end('Kith could not be built; the reason stands above.')
}

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

const newestIn = (path) => {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return changedAt(path)
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) =>
      entry.isFile() ? changedAt(join(entry.parentPath ?? entry.path, entry.name)) : 0,
    ),
  )
}
