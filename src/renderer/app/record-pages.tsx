// The pages of records, one address each.
import { useParams } from 'react-router'
import { RecordView } from './RecordView.tsx'

export function CompanyRecordPage() {
  return <RecordView type="company" id={useParams()['id'] ?? ''} place="page" />
}

export function ContactRecordPage() {
  return <RecordView type="contact" id={useParams()['id'] ?? ''} place="page" />
}

export function DealRecordPage() {
  return <RecordView type="deal" id={useParams()['id'] ?? ''} place="page" />
}

export function TicketRecordPage() {
  return <RecordView type="ticket" id={useParams()['id'] ?? ''} place="page" />
}
