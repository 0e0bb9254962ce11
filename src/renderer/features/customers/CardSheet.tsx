// The card of a customer on one sheet of paper: how to reach them, who and what they are, what they are worth, what was pinned. Long
// lists and texts are shortened and say so, so that the card is one page.
import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordPhoto, useRecordPhoto } from '#renderer/records/attachments/RecordPhoto.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { PaperFigures, PaperNote, PaperPairs, PaperSection, PaperText, PaperTitle } from '#renderer/ui/paper/Paper.tsx'
import { PaperTable } from '#renderer/ui/paper/PaperTable.tsx'
import { useOnePage } from '#renderer/ui/paper/use-one-page.ts'
import { Sheet } from '#renderer/ui/paper/Sheet.tsx'
import { usePrintReady } from '#renderer/ui/paper/use-print-ready.ts'
import type { MoneySum } from '#shared/customers/record-card.ts'
import { ownPairs, shortened } from './card-words.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { useCardPairs } from './use-card-pairs.ts'

/** How much of each a card holds: less and less, until it is one page. */
const ROOM = [
  { people: 10, points: 10, own: 16, value: 90, notes: 3, note: 240, text: 700 },
  { people: 10, points: 10, own: 14, value: 60, notes: 3, note: 200, text: 500 },
  { people: 8, points: 8, own: 12, value: 50, notes: 2, note: 160, text: 400 },
  { people: 8, points: 6, own: 10, value: 45, notes: 2, note: 120, text: 300 },
  { people: 6, points: 6, own: 8, value: 45, notes: 1, note: 120, text: 200 },
  { people: 4, points: 4, own: 4, value: 30, notes: 0, note: 0, text: 100 },
] as const

export function CardSheetOf({ type, id }: Pick<CustomerCard, 'type' | 'id'>) {
  const [params] = useSearchParams()
  const api = useApi()
  const company = useQuery({ ...api.companies.get({ id }), enabled: type === 'company' })
  const contact = useQuery({ ...api.contacts.get({ id }), enabled: type === 'contact' })
  const settings = useQuery(api.settings.get({}))
  const fields = useFields(type)
  const isFailed = company.isError || contact.isError || settings.isError
  const isThere = (company.isSuccess || contact.isSuccess) && settings.isSuccess && !fields.isPending
  usePrintReady(isFailed ? 'failed' : 'waiting')

  if (!isThere) return null
  const paper = params.get('paper') === 'Letter' ? 'Letter' : 'A4'
  const from = settings.data.workspaceName
  if (company.data) return <CardSheet customer={{ type: 'company', ...company.data }} paper={paper} from={from} />
  return contact.data ? <CardSheet customer={{ type: 'contact', ...contact.data }} paper={paper} from={from} /> : null
}

interface CardSheetProps {
  readonly customer: CustomerCard
  readonly paper: 'A4' | 'Letter'
  /** The office. */
  readonly from: string
}

function CardSheet({ customer, paper, from }: CardSheetProps) {
  const t = useT()
  const format = useFormat()
  const { fields } = useFields(customer.type)
  const { step, ref, isSettled } = useOnePage(paper, ROOM.length - 1)
  const room = ROOM[step] ?? ROOM[0]
  const { reach, details } = useCardPairs(customer, room)
  // The names behind own fields are asked for while the sheet is drawn.
  const isAsking = useIsFetching() > 0
  const photo = useRecordPhoto(customer.type, customer.id)
  usePrintReady(isSettled && !isAsking && photo.isSettled ? 'ready' : 'waiting')
  const { type, name, stage, lifecycleSince, ownerName, tags, counts, lastActivity, nextTask, pinned, description } = customer
  const day = format.day(format.today())
  const sums = (all: readonly MoneySum[]): readonly string[] =>
    all.length === 0 ? ['–'] : all.map(({ currency, amountMinor }) => format.roundMoney(amountMinor, currency))
  const facts = [
    t(type === 'company' ? 'customers.company' : 'customers.contact'),
    stage &&
      (lifecycleSince === null
        ? stage.name
        : t('record.lifecycle.since', { stage: stage.name, day: format.day(lifecycleSince) })),
    ownerName && t('customers.owned_by', { name: ownerName }),
    ...tags.map((tag) => tag.name),
  ]

  return (
    <Sheet
      paper={paper}
      footer={{ text: [name, day].join(' · '), pageOf: (page, pages) => t('reports.paper.page', { page, pages }) }}
    >
      <div ref={photo.isSettled ? ref : null}>
        <PaperTitle
          from={from}
          day={day}
          title={name}
          facts={facts.filter(Boolean).join(' · ')}
          picture={<RecordPhoto photo={photo} />}
        />
        <PaperFigures
          figures={[
            { label: t('record.figure.open_deals'), lines: sums(customer.openDealSums) },
            { label: t('record.figure.won'), lines: sums(customer.wonSums) },
            { label: t('record.figure.open_tickets'), lines: [format.number(counts.openTickets)] },
            {
              label: t('record.figure.last_contact'),
              lines: [lastActivity === null ? t('record.never') : format.day(format.dayOf(lastActivity.happenedAt))],
            },
            {
              label: t('record.figure.next_task'),
              lines: [
                nextTask === null
                  ? '–'
                  : [nextTask.dueOn && format.day(nextTask.dueOn), shortened(nextTask.title ?? '', 40)].filter(Boolean).join(' '),
              ],
            },
          ]}
        />
        <PaperPairs pairs={[...reach, ...details, ...ownPairs(fields, customer.custom, room)]} />
        {type === 'company' && customer.people.length > 0 && (
          <PaperSection title={t('customers.contacts')}>
            <PaperTable
              label={t('customers.contacts')}
              headings={[t('field.personName'), t('field.role'), t('field.phone'), t('field.email')]}
              rows={customer.people.slice(0, room.people).map(({ contact, link }) => ({
                id: contact.id,
                cells: [contact.name, link.role ?? '', contact.phone ?? '', contact.email ?? ''],
              }))}
              totals={[]}
              isText
            />
            {counts.contacts > room.people && (
              <PaperNote>{t('record.card.more', { count: counts.contacts - room.people })}</PaperNote>
            )}
          </PaperSection>
        )}
        {type === 'contact' && customer.companies.length > 0 && (
          <PaperSection title={t('customers.companies')}>
            <PaperPairs
              pairs={customer.companies
                .slice(0, room.people)
                .map(({ link, company }) => ({ label: link.role ?? t('customers.company'), value: company.name }))}
            />
          </PaperSection>
        )}
        {type === 'contact' && customer.relations.length > 0 && (
          <PaperSection title={t('record.tab.relations')}>
            <PaperPairs
              pairs={customer.relations
                .slice(0, room.people)
                .map(({ kind, contact }) => ({ label: t(`record.relation.${kind}`), value: contact.name }))}
            />
          </PaperSection>
        )}
        {description !== null && (
          <PaperSection title={t('field.description')}>
            <PaperText>{shortened(description, room.text)}</PaperText>
          </PaperSection>
        )}
        {pinned.length > 0 && room.notes > 0 && (
          <PaperSection title={t('record.pinned')}>
            {pinned.slice(0, room.notes).map((entry) => (
              <PaperText key={entry.id}>
                {[
                  format.day(format.dayOf(entry.happenedAt)),
                  shortened([entry.title, entry.text].filter(Boolean).join(' '), room.note),
                ].join(' · ')}
              </PaperText>
            ))}
          </PaperSection>
        )}
      </div>
    </Sheet>
  )
}
