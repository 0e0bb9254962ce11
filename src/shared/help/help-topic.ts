// The help inside the app: topics of plain blocks in every language. It needs no network and no reader of markup.
import type { Language } from '#shared/base/messages.ts'

export type Said = Readonly<Record<Language, string>>

/** Pictures that the demonstration takes of the running app, in each language. */
export const helpPictures = [
  'list',
  'filter',
  'record',
  'new-company',
  'palette',
  'fields',
  'home',
  'calendar',
  'board',
  'history',
  'import',
  'computers',
  'join',
] as const
export type HelpPicture = (typeof helpPictures)[number]

export type HelpBlock =
  | { readonly kind: 'text'; readonly text: Said }
  | { readonly kind: 'steps'; readonly steps: readonly Said[] }
  | { readonly kind: 'picture'; readonly picture: HelpPicture; readonly shows: Said }
  /** Ids of other topics. */
  | { readonly kind: 'see'; readonly topics: readonly string[] }

export interface HelpTopic {
  /** Part of its address: `/help/lists`. */
  readonly id: string
  readonly title: Said
  readonly blocks: readonly HelpBlock[]
}

export const text = (en: string, zhCN: string): HelpBlock => ({ kind: 'text', text: { en, 'zh-CN': zhCN } })
export const steps = (...pairs: readonly (readonly [string, string])[]): HelpBlock => ({
  kind: 'steps',
  steps: pairs.map(([en, zhCN]) => ({ en, 'zh-CN': zhCN })),
})
export const picture = (name: HelpPicture, en: string, zhCN: string): HelpBlock => ({
  kind: 'picture',
  picture: name,
  shows: { en, 'zh-CN': zhCN },
})
export const see = (...topics: readonly string[]): HelpBlock => ({ kind: 'see', topics })
export const topic = (id: string, title: readonly [string, string], ...blocks: readonly HelpBlock[]): HelpTopic => ({
  id,
  title: { en: title[0], 'zh-CN': title[1] },
  blocks,
})

/** The words of a block; those of other topics it only leads to. */
export const saidIn = (block: HelpBlock): readonly Said[] => {
  if (block.kind === 'steps') return block.steps
  if (block.kind === 'see') return []
  return [block.kind === 'text' ? block.text : block.shows]
}
