// The addresses of a card on paper: its preview beside the record, and the sheet that the printer sees.
import { useParams } from 'react-router'
import { CardPage } from '#renderer/features/customers/CardPage.tsx'
import { CardSheetOf } from '#renderer/features/customers/CardSheet.tsx'

export function CompanyCardPage() {
  return <CardPage type="company" id={useParams()['id'] ?? ''} />
}

export function ContactCardPage() {
  return <CardPage type="contact" id={useParams()['id'] ?? ''} />
}

export function CardSheetPage() {
  const { type, id = '' } = useParams()
  return <CardSheetOf type={type === 'company' ? 'company' : 'contact'} id={id} />
}
