// Every refusal is a sentence of its own, in both languages, with its parameters filled in.
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { type MessageKey, messages } from '#shared/messages.ts'
import { workspaceMessages } from '#shared/workspace/workspace.messages.ts'

const params = {
  seconds: 8,
  name: 'Mia',
  found: 39,
  expected: 40,
  groups: '3, 5',
  count: 2,
  kind: 'NFS',
  service: 'OneDrive',
  length: 600,
  max: 480,
}
const keys = Object.keys(workspaceMessages.en) as (keyof typeof workspaceMessages.en)[]

test.each(['en', 'zh-CN'] as const)('every refusal has a sentence of its own in %s', (language) => {
  const sentences = keys.map((key) => String(new IntlMessageFormat(workspaceMessages[language][key], language).format(params)))
  expect(new Set(sentences).size).toBe(keys.length)
  for (const sentence of sentences) expect(sentence).toMatch(language === 'en' ? /^[A-Z“].*[.]$/su : /^.*\p{Script=Han}.*。$/su)
})

test.each(['en', 'zh-CN'] as const)(
  'an unsafe folder is refused with the safe way to share, as the screens in %s call it',
  (language) => {
    const wordsOf = (key: MessageKey) => messages[language].get(key)?.toLowerCase() ?? key
    for (const refusal of ['workspace.onNetwork', 'workspace.inCloud'] as const)
      for (const name of ['app.nav.settings', 'network_page.title', 'network_page.switch_on', 'entry.begin.join'] as const)
        expect(wordsOf(refusal)).toContain(wordsOf(name))
  },
)

test('a mistyped recovery key is told by its groups', () => {
  const say = (groups: string, count: number) =>
    new IntlMessageFormat(workspaceMessages.en['workspace.recoveryKeyMistyped'], 'en').format({ groups, count })
  expect(say('3', 1)).toContain('Group 3 of the recovery key has a typing mistake')
  expect(say('3, 5', 2)).toContain('Groups 3, 5 of the recovery key have a typing mistake')
})
