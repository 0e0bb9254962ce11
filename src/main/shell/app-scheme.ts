// `app://main/`: the app's own pages, read from the built folder. A scheme of our own, because file:// may read every file.
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type CustomScheme } from 'electron'
import { isOwnPage, SCHEME } from './app-pages.ts'
import { filePathInside } from './file-path.ts'

/** To be registered before the app is ready. */
export const appScheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

// Mantine writes inline styles. The preview of a PDF runs its parser in a worker.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.bcmap', 'application/octet-stream'],
])

/** Answers `app://main/…` with the files of `root`. To be called once, when the app is ready. */
export const serveAppScheme = (root: string): void => {
  protocol.handle(SCHEME, (request) => answer(root, request))
}

const answer = async (root: string, request: Request): Promise<Response> => {
  if (!isOwnPage(request.url)) return refuse(404)
  if (request.method !== 'GET') return refuse(405, { allow: 'GET' })

  const path = filePathInside(root, new URL(request.url).pathname)
  const mimeType = path === null ? undefined : mimeTypes.get(extname(path))
  if (path === null || mimeType === undefined) return refuse(404)

  const body = await readExisting(path)
  if (body === null) return refuse(404)
  return new Response(new Uint8Array(body), { headers: { ...guards, 'content-type': mimeType } })
}

const guards = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }

const refuse = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...guards, ...headers } })

const readExisting = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR')
