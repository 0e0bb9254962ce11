// A catalogue of one feature: the same keys in every language, or it does not compile.

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

export type Catalogue<Key extends string = string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** Messages in ICU MessageFormat, `key → text`, keys like `deals.board.title`. Both languages must have the same keys. */
export const catalogue = <Key extends string>(
  en: Readonly<Record<Key, string>>,
  zhCN: Readonly<Record<NoInfer<Key>, string>>,
): Catalogue<Key> => ({ en, 'zh-CN': zhCN })
