// Where the names of values are that are one of a few, by table and column: the catalogues of the forms that they are chosen in.

type Catalogues = Readonly<Partial<Record<string, Readonly<Partial<Record<string, string>>>>>>

export const valueNames: Catalogues = {
  companies: { kind: 'lists.companyKind' },
  activities: {
    ...{ kind: 'activities.kind', priority: 'tickets.priority' },
    ...{ outcome: 'call_log.outcome', direction: 'call_log.direction' },
  },
  stages: { outcome: 'deals.status' },
  deals: { status: 'deals.status' },
  orders: { status: 'orders.status' },
  ticketStatuses: { clock: 'tickets.clock' },
  tickets: { priority: 'tickets.priority', channel: 'tickets.channel' },
  ticketMessages: { kind: 'tickets.message' },
  contactPoints: { kind: 'field' },
  relations: { kind: 'record.relation' },
  tags: { colour: 'customFields.colour' },
  customFields: { entity: 'customFields.entity', type: 'customFields.type' },
  fieldChoices: { colour: 'customFields.colour' },
  recordTypes: { entity: 'customFields.entity' },
  layouts: { entity: 'customFields.entity' },
  fieldRules: { entity: 'customFields.entity' },
  calendarDays: { kind: 'working_time.kind' },
}
