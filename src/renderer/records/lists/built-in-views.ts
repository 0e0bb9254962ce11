// The views that every list has before anybody has saved one. They have no owner and cannot be changed; changes to them become a view of one's own.
import { type Condition, EVERYTHING, type FilterGroup, ME } from '#shared/lists/filter.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { type ViewConfig, viewConfig } from '#shared/lists/view.ts'
import type { MessageKey } from '#shared/messages.ts'

export interface BuiltInView {
  readonly id: string
  readonly title: MessageKey
  readonly config: ViewConfig
}

const all = (...items: readonly Condition[]): FilterGroup =>
  items.length === 0 ? EVERYTHING : { join: 'and', not: false, items }
const view = (id: string, title: MessageKey, filter: FilterGroup = EVERYTHING): BuiltInView => ({
  id,
  title,
  config: viewConfig.parse({ filter }),
})

const mine = (field: string): Condition => ({ field, operator: 'anyOf', value: [ME] })
const yes = (field: string): Condition => ({ field, operator: 'yes', value: null })
const no = (field: string): Condition => ({ field, operator: 'no', value: null })

/** One's own open tasks by where their day stands against today. */
const ownTask = (due: Condition): FilterGroup => all(no('isDone'), mine('ownerId'), due)

const ofCustomers: readonly BuiltInView[] = [
  view('all', 'lists.view.all'),
  view('mine', 'lists.view.mine', all(mine('ownerId'))),
  view('pool', 'lists.view.pool', all(yes('isPooled'))),
]

/** The first one is shown when the address names none. */
export const builtInViews: Readonly<Record<ListEntity, readonly BuiltInView[]>> = {
  companies: ofCustomers,
  contacts: ofCustomers,
  deals: [
    view('open', 'lists.view.open', all({ field: 'status', operator: 'anyOf', value: ['open'] })),
    view('mine', 'lists.view.mine', all({ field: 'status', operator: 'anyOf', value: ['open'] }, mine('ownerId'))),
    view('all', 'lists.view.all'),
  ],
  products: [view('all', 'lists.view.all'), view('current', 'orders.view.current', all(no('isDiscontinued')))],
  orders: [
    view('all', 'lists.view.all'),
    view('open', 'lists.view.open', all({ field: 'status', operator: 'anyOf', value: ['open'] })),
    view('mine', 'lists.view.mine', all(mine('ownerId'))),
  ],
  tickets: [
    view('open', 'tickets.queue.open', all(yes('isOpen'))),
    view('mine', 'tickets.queue.mine', all(yes('isOpen'), mine('assigneeId'))),
    view('unassigned', 'tickets.queue.unassigned', all(yes('isOpen'), { field: 'assigneeId', operator: 'empty', value: null })),
    view('closed', 'tickets.queue.closed', all(no('isOpen'))),
    view('all', 'tickets.queue.all'),
  ],
  tasks: [
    view('today', 'tasks.view.today', ownTask({ field: 'dueOn', operator: 'within', value: 'today' })),
    view('overdue', 'tasks.view.overdue', ownTask({ field: 'dueOn', operator: 'before', value: 'today' })),
    view('upcoming', 'tasks.view.upcoming', ownTask({ field: 'dueOn', operator: 'after', value: 'today' })),
    view('undated', 'tasks.view.undated', ownTask({ field: 'dueOn', operator: 'empty', value: null })),
    view('all', 'lists.view.all'),
  ],
}
