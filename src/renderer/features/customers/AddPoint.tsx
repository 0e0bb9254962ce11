// Below the properties: adds one more phone, e-mail, address, messenger or page.
import { useState } from 'react'
import type { PointKind } from '#shared/customers/contact-point.ts'
import { AddPointMenu } from './AddPointMenu.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { PointForm } from './PointForm.tsx'

export function AddPoint({ customer }: { readonly customer: CustomerCard }) {
  const [kind, setKind] = useState<PointKind | null>(null)
  if (customer.archivedAt !== null) return null
  return (
    <>
      <AddPointMenu onAdd={setKind} />
      {kind !== null && <PointForm customer={customer} kind={kind} onClose={() => setKind(null)} />}
    </>
  )
}
