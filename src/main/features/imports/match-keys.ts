// By which keys the records of each kind are looked up, and under which texts a value is kept.
import { foldName } from '#shared/imports/fold-name.ts'
import type { ImportEntity, ReferenceBy } from '#shared/imports/plan.ts'
import { codeText, companyText, emailText, personText, phoneText, websiteText } from '#main/records/match-texts.ts'
import { plainText } from './plain-text.ts'

/**
 * A field by which records are recognised. `exact`: the name as it is written; `nameAt`: a person's name with the company's id in front;
 * `number` and `code` of orders and products; others are the office's own unique fields.
 */
export type MatchKey = string

/** Stands between the id of a company and the name of a person there. */
export const AT = '\u0000'

/** A row asks for the text of the same value many times over: the last one is remembered. */
const remembering = <Text>(textOf: (value: string) => Text): ((value: string) => Text) => {
  let last: { readonly value: string; readonly text: Text } | null = null
  return (value) => {
    if (last?.value !== value) last = { value, text: textOf(value) }
    return last.text
  }
}
const exactText = remembering(foldName)
const textOfCompany = remembering((name) => companyText(name, exactText(name)))
const textOfPerson = remembering(personText)

const texts: Readonly<Record<string, (value: string) => string | null>> = {
  email: remembering(emailText),
  phone: remembering(phoneText),
  website: remembering(websiteText),
  creditCode: (value) => codeText(value.replace(/\s/gu, '')),
  exact: exactText,
}

/** The values of a row in one text. */
export const rowText = (values: readonly unknown[]): string => values.map(plainText).join(AT)

/** Null where the value says nothing that a record could be known by. */
export const keyTextOf = (entity: ImportEntity, key: MatchKey, value: string): string | null => {
  if (key === 'row' || key === 'link') return value
  return (key === 'name' ? nameText(entity, value) : (texts[key] ?? codeText)(value)) || null
}

/** Under the key `nameAt`; without a company, `companyId` is empty. */
export const textAt = (companyId: string, name: string): string | null => {
  const person = textOfPerson(name)
  return person === null ? null : companyId + AT + person
}

const nameText = (entity: ImportEntity, value: string): string | null => {
  if (entity === 'company') return textOfCompany(value)
  return entity === 'contact' ? textOfPerson(value) : codeText(value)
}

/** The keys in which a reference is looked up, in their order. */
export const keysOfReference = (entity: ImportEntity, by: ReferenceBy): readonly MatchKey[] => {
  if (by === 'code') {
    if (entity === 'product') return ['code', 'externalId']
    if (entity === 'order' || entity === 'ticket') return ['number', 'externalId']
    return ['externalId']
  }
  if (by === 'name') {
    if (entity === 'company') return ['exact', 'name']
    if (entity === 'deal') return ['title']
    return entity === 'contact' ? ['nameAt', 'name'] : ['name']
  }
  return [by]
}
