// What a page may ask of the desktop around it. Handled in the shell; the command line does not have it.
import { z } from 'zod'
import { id, line, multiline } from '#shared/base/fields.ts'
import { languages } from '#shared/base/messages.ts'
import { mutation, query } from '#shared/base/procedure.ts'

const needs = 'shell.use' as const

export const colorScheme = z.enum(['system', 'light', 'dark'])
export const preferences = z.object({
  language: z.enum(languages),
  colorScheme,
  /** Row height of lists. */
  density: z.enum(['compact', 'normal', 'roomy']),
  /** Screenshots and shared screens show nothing of the windows, where the system can do that. */
  isScreenPrivate: z.boolean(),
})
export type Preferences = z.infer<typeof preferences>

export const paper = z.enum(['A4', 'Letter'])
export type Paper = z.infer<typeof paper>
/** The pages that can be printed, with what they need to know. */
export const printable = z.discriminatedUnion('page', [
  z.object({ page: z.literal('pipeline'), paper, pipelineId: id.nullable(), ownerId: id.nullable() }),
  z.object({ page: z.literal('keys'), paper }),
  z.object({ page: z.literal('card'), paper, recordType: z.enum(['company', 'contact']), recordId: id }),
  z.object({ page: z.literal('recovery-key'), paper, recoveryKey: line(200), workspaceName: line(100) }),
])
export type Printable = z.infer<typeof printable>

export const shellContract = {
  preferences: query(z.object({}), preferences, { needs }),
  setPreferences: mutation(preferences.partial(), preferences, { needs }),
  /** `computer`: what this computer is called in its system. */
  about: query(
    z.object({}),
    z.object({ version: z.string(), electron: z.string(), platform: z.string(), computer: z.string(), isStandIn: z.boolean() }),
    { needs },
  ),
  /** Asks for a file to open; answers a token for it and its name, or null if the user cancelled. */
  chooseFile: mutation(
    z.object({ kind: z.enum(['csv', 'ics', 'invitation']) }),
    z.object({ file: z.string(), name: z.string() }).nullable(),
    { needs },
  ),
  /** Asks for any files; empty if the user cancelled. */
  chooseFiles: mutation(z.object({}), z.array(z.object({ file: z.string(), name: z.string() })), { needs }),
  /** Asks where to save, for a folder where to make it; answers a token that an engine procedure takes as its target. */
  chooseTarget: mutation(
    z.object({ kind: z.enum(['csv', 'xlsx', 'vcf', 'pdf', 'ics', 'invitation', 'any', 'folder']), suggestedName: line(400) }),
    z.object({ file: z.string(), name: z.string() }).nullable(),
    { needs },
  ),
  /** Asks for a folder to read from or write to; answers its path, for the eye, and a token that an engine procedure takes. */
  chooseFolder: mutation(z.object({}), z.object({ folder: z.string(), file: z.string() }).nullable(), { needs }),
  /** A token for a file that waits in a watched folder, to be opened in the import. */
  openWatched: mutation(
    z.object({ id, name: line(255).min(1) }),
    z.object({ file: z.string(), name: z.string(), mappingId: id }),
    { needs },
  ),
  /** The page as PDF: what the preview shows is what is saved and printed. */
  pdf: query(printable, z.instanceof(Uint8Array), { needs }),
  savePdf: mutation(z.object({ printable, target: line(4096) }), z.object({ name: z.string() }), { needs }),
  /** Opens the system's print dialog for the same page. Answers false if the user cancelled. */
  print: mutation(printable, z.object({ printed: z.boolean() }), { needs }),
  /** What the asking window was opened to print; null for every other window. Secrets travel this way, never in an address. */
  printable: query(z.object({}), printable.nullable(), { needs }),
  /** Opens a copy of an attachment with the system's program for it. A program itself is refused unless that is allowed. */
  openAttachment: mutation(z.object({ id, isProgramAllowed: z.boolean().default(false) }), z.object({ name: z.string() }), {
    needs,
  }),
  openWindow: mutation(z.object({ route: line(400) }), z.null(), { needs }),
  /** Shows a file that the app wrote itself in the system's file manager. */
  showFile: mutation(z.object({ file: line(4096) }), z.null(), { needs }),
  /** An error that happened in a page, for the log. */
  logError: mutation(
    z.object({ message: multiline(4000), stack: multiline(20_000).nullable() }),
    z.object({ traceId: z.string() }),
    { needs },
  ),
}
