// net: the machine is offline; only files can be fetched, as apps do to answer their own protocol.
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { record } from './record.ts'
import { strict } from './strict.ts'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
}

export const net = strict('net', {
  isOnline: () => false,
  fetch: async (input: string | URL | Request): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.startsWith('file:')) {
      record('blocked', { url, by: 'net.fetch' })
      throw new Error('net::ERR_INTERNET_DISCONNECTED')
    }
    const path = fileURLToPath(url)
    const body = await readFile(path).catch(() => {
      throw new Error('net::ERR_FILE_NOT_FOUND')
    })
    return new Response(body, { headers: { 'content-type': types[extname(path)] ?? '' } })
  },
})
