// An office to try things in: the app with an open workspace, made by the same procedures that the first run calls, and the words of
// its screens in the user's language. What a spec wants to show it does by mouse and keyboard; what it only needs it asks for here.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { z } from 'zod'
import { createTranslate, type Translate } from '#renderer/i18n/translate.ts'
import type { Language } from '#shared/base/messages.ts'
import type { Bridge, Procedure, Reply } from '#shared/base/procedure.ts'
import type { contract } from '#shared/contract.ts'
import type { shellContract } from '#shared/shell/shell.contract.ts'
import { type Desktop, launch, type LaunchOptions } from '../driver.ts'

type Everything = typeof contract & { readonly shell: typeof shellContract }
type PathOf<C> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string]
type ProcedureAt<Path> = Path extends `${infer F extends keyof Everything}.${infer N}`
  ? N extends keyof Everything[F]
    ? Everything[F][N] extends Procedure
      ? Everything[F][N]
      : never
    : never
  : never
export type Path = PathOf<Everything>
export type InputOf<P extends Path> = z.input<ProcedureAt<P>['input']>
export type OutputOf<P extends Path> = z.output<ProcedureAt<P>['output']>
/** The data of a good reply; a refusal fails with its key. */
export type Ask = <P extends Path>(path: P, input: InputOf<P>) => Promise<OutputOf<P>>

export interface Office {
  readonly desktop: Desktop
  readonly page: Page
  readonly folder: string
  readonly recoveryKey: string
  readonly language: Language
  /** The words of the screens. */
  readonly say: Translate
  readonly ask: Ask
}

export interface OfficeOptions extends LaunchOptions {
  readonly language?: Language
  readonly workspaceName?: string
  readonly userName?: string
}

export const PASSWORD = 'correct horse battery'

/** Asks as the page itself would, by its bridge. */
export const askIn =
  (page: Page): Ask =>
  async (path, input) => {
    const reply = await callIn(page, path, input)
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
    // The door answers what the contract says.
    return reply.data as never
  }

export const callIn = (page: Page, path: string, input: unknown): Promise<Reply> =>
  page.evaluate(
    ([name, value]) => (globalThis as unknown as { readonly kith: Bridge }).kith.call(crypto.randomUUID(), name, value), // put there by the preload
    [path, input] as const,
  )

/** Goes to a route of the app, as a link in the page would. */
export const goTo = (page: Page, route: string): Promise<void> => page.evaluate((to) => void (location.hash = to), route)

export const openOffice = async (options: OfficeOptions = {}): Promise<Office> => {
  const { language = 'en', workspaceName = 'Harbour office', userName = 'Anna Berg', ...launchOptions } = options
  const folder = join(mkdtempSync(join(tmpdir(), 'kith-office-')), 'workspace')
  const desktop = await launch({ ...launchOptions, args: [`--workspace=${folder}`, ...(launchOptions.args ?? [])] })
  const { page } = desktop
  const ask = askIn(page)
  await ask('shell.setPreferences', { language, colorScheme: 'light' })
  const { recoveryKey } = await ask('workspace.create', {
    ...{ workspaceName, userName, language },
    password: PASSWORD,
    timeZone: 'Asia/Shanghai',
  })
  await ask('workspace.confirmRecoveryKey', { recoveryKey })
  const say = createTranslate(language)
  await page.getByRole('navigation', { name: say('app.nav.label') }).waitFor()
  return { desktop, page, folder, recoveryKey, language, say, ask }
}
