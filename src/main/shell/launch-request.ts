// What a start of the app asks for: `--workspace=DIR`, and a link `kith://deals/<id>`. Parsed, never loaded.
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { id } from '#shared/base/fields.ts'

const linkParts = z.tuple([z.enum(['companies', 'contacts', 'deals', 'tickets', 'orders', 'products']), id])

export interface LaunchRequest {
  /** Absolute path of the workspace folder, or `null` if none was named. */
  readonly workspace: string | null
  /** A route of the app, or `null` if no link was given or it is not one of ours. */
  readonly route: string | null
}

export const LINK_SCHEME = 'kith'

/** Reads the arguments of a start; what it does not know (Chromium's switches, files) is passed over. */
export const parseLaunchRequest = (argv: readonly string[], workingFolder: string): LaunchRequest => ({
  workspace: readWorkspace(argv, workingFolder),
  route: argv.map(routeOfLink).find((route) => route !== null) ?? null,
})

/** `kith://deals/<uuid>` → `/deals/<uuid>`; `null` for everything else. */
export const routeOfLink = (link: string): string | null => {
  const url = URL.parse(link)
  if (url === null || url.protocol !== `${LINK_SCHEME}:` || url.search !== '' || url.hash !== '') return null

  const parts = linkParts.safeParse([url.host, url.pathname.slice(1)])
  return parts.success ? `/${parts.data.join('/')}` : null
}

const readWorkspace = (argv: readonly string[], workingFolder: string): string | null => {
  const index = argv.findIndex((argument) => argument === '--workspace' || argument.startsWith('--workspace='))
  if (index === -1) return null

  const folder = argv[index] === '--workspace' ? argv[index + 1] : argv[index]?.slice('--workspace='.length)
  if (!folder || folder.startsWith('--') || folder.includes('\0')) return null
  return isAbsolute(folder) ? folder : resolve(workingFolder, folder)
}
