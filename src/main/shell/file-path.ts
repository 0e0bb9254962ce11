// Which file of a folder an address names. An address never leads out of the folder.
import { normalize, join, sep } from 'node:path'

/** The path inside `root`, or `null` if the address is malformed or leads out of it. `/` is `index.html`. */
export const filePathInside = (root: string, pathname: string): string | null => {
  const decoded = decode(pathname)
  if (decoded === null || decoded.includes('\0')) return null

  const path = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return path.startsWith(root + sep) ? path : null
}

const decode = (pathname: string): string | null => {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
