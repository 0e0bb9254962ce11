// What was understood of a pasted text, as labelled values to look at before they are taken.
import type { Translate } from '#renderer/i18n/translate.ts'
import type { Proposal } from '#shared/records/paste/proposal.ts'

export interface ProposedFact {
  readonly label: string
  readonly value: string
}

export const proposedFacts = (t: Translate, proposal: Proposal): readonly ProposedFact[] => {
  const { name, title, company, phones, emails, website, messengers, address } = proposal
  const place = address && [address.province, address.city, address.county, address.street, address.postcode, address.country]
  const facts = [
    { label: t('field.personName'), value: name },
    { label: t('field.companyId'), value: company },
    { label: t('field.role'), value: title },
    ...phones.map(({ value }) => ({ label: t('field.phone'), value })),
    ...emails.map((value) => ({ label: t('field.email'), value })),
    { label: t('field.website'), value: website },
    ...messengers.map(({ value }) => ({ label: t('field.messenger'), value })),
    { label: t('field.address'), value: place && [...new Set(place)].filter(Boolean).join(' ') },
  ]
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}
