// Loaded before everything by `node --import`, also in worker threads: resolves `electron` to the stand-in, and only where Electron has it.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { removeWhatBoringSslLacks } from './boringssl.ts'

const names = new Set(['electron', 'electron/main', 'electron/common'])
const url = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href

registerHooks({
  resolve: (name, context, next) => {
    if (!names.has(name)) return next(name === 'original-fs' ? 'node:fs' : name, context)
    if (isMainThread) return { url, format: 'module-typescript', shortCircuit: true }
    throw Object.assign(new Error(`stand-in: '${name}' cannot be used in a worker thread, nor can it in Electron`), {
      code: 'ERR_MODULE_NOT_FOUND',
    })
  },
})

const electronManifest = join(import.meta.dirname, '../../node_modules/electron/package.json')
const { version } = JSON.parse(readFileSync(electronManifest, 'utf8')) as { version: string } // npm's own file
Object.defineProperty(process, 'versions', {
  value: Object.freeze({ ...process.versions, electron: version }),
  configurable: true,
})
removeWhatBoringSslLacks()
// Node loads these on first use; a debugger that attaches in that very moment leaves them half loaded.
void [Request, Response, performance.now()]
