// The contents of files as a thread answers the network: a reader does it, so that nothing that is written waits for a file.
import { AppError, type AppErrorData } from '#shared/base/app-error.ts'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import type { AttachmentStore } from '#main/attachments/attachment-store.ts'
import type { Contents } from '#main/sync/contents.ts'
import { localContents } from '#main/sync/local-contents.ts'

export type ContentAsk =
  | { readonly kind: 'haveContents'; readonly hashes: readonly string[] }
  | { readonly kind: 'readContent'; readonly hash: string; readonly index: number }
  | { readonly kind: 'beginContent'; readonly content: WantedContent; readonly isAnew: boolean }
  | { readonly kind: 'appendContent'; readonly content: WantedContent; readonly index: number; readonly piece: Uint8Array }
  | { readonly kind: 'finishContent'; readonly content: WantedContent }

/** What the disk refused keeps its sentence on the way to the host. */
type Told<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppErrorData }

export interface ContentAnswers {
  readonly haveContents: Told<readonly string[]>
  readonly readContent: Told<Uint8Array | null>
  readonly beginContent: Told<number>
  readonly appendContent: Told<null>
  readonly finishContent: Told<boolean>
}

const told = async <Value>(work: Promise<Value>): Promise<Told<Value>> => {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toData() }
    throw error
  }
}

export type AnswerContents = (ask: ContentAsk) => Promise<ContentAnswers[ContentAsk['kind']]>

export const contentsOfThread = (store: AttachmentStore): AnswerContents => {
  const contents = localContents(store)
  return (ask) => {
    if (ask.kind === 'haveContents') return told(contents.have(ask.hashes))
    if (ask.kind === 'readContent') return told(contents.read(ask.hash, ask.index))
    if (ask.kind === 'beginContent') return told(contents.begin(ask.content, ask.isAnew))
    if (ask.kind === 'finishContent') return told(contents.finish(ask.content))
    return told(contents.append(ask.content, ask.index, ask.piece).then(() => null))
  }
}

/** The same, asked from the host. */
export const contentsOverThread = (
  ask: <Ask extends ContentAsk>(question: Ask) => Promise<ContentAnswers[Ask['kind']]>,
): Contents => ({
  have: async (hashes) => valueOf(await ask({ kind: 'haveContents', hashes })),
  read: async (hash, index) => valueOf(await ask({ kind: 'readContent', hash, index })),
  begin: async (content, isAnew) => valueOf(await ask({ kind: 'beginContent', content, isAnew })),
  append: async (content, index, piece) => void valueOf(await ask({ kind: 'appendContent', content, index, piece })),
  finish: async (content) => valueOf(await ask({ kind: 'finishContent', content })),
})

const valueOf = <Value>(answer: Told<Value>): Value => {
  if (answer.ok) return answer.value
  const { code, messageKey, params, ...details } = answer.error
  throw new AppError(code, messageKey, params, details)
}
