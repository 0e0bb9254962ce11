// The pages of records, one address each. One that was opened from a list knows the next of it.
import { use } from 'react'
import { useParams } from 'react-router'
import { NextRecords } from '#renderer/records/lists/NextRecords.tsx'
import { PageToolsContext } from '#renderer/ui/Page.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { RecordView } from './RecordView.tsx'

export function CompanyRecordPage() {
  return <RecordPage type="company" folder="companies" />
}

export function ContactRecordPage() {
  return <RecordPage type="contact" folder="contacts" />
}

export function DealRecordPage() {
  return <RecordPage type="deal" folder="deals" />
}

export function ProductRecordPage() {
  return <RecordPage type="product" folder="products" />
}

export function OrderRecordPage() {
  return <RecordPage type="order" folder="orders" />
}

export function TicketRecordPage() {
  return <RecordPage type="ticket" folder="tickets" />
}

function RecordPage({ type, folder }: { readonly type: RecordType; readonly folder: string }) {
  const id = useParams()['id'] ?? ''
  const frameTools = use(PageToolsContext)
  const tools = (
    <>
      <NextRecords id={id} pathOf={(next) => `/${folder}/${next}`} />
      {frameTools}
    </>
  )
  return (
    <PageToolsContext value={tools}>
      <RecordView type={type} id={id} place="page" />
    </PageToolsContext>
  )
}
