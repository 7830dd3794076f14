import { ActionProblem } from '../actions/context.ts'
import { type ApiContext, os } from './context.ts'

/** Users, payment methods and price groups: what the Start charge dialog offers. */
export function listsApi({ desk }: ApiContext) {
  return {
    users: {
      list: os.users.list.handler(() => desk.users()),
      save: os.users.save.handler(({ input }) => desk.saveUser(input)),
      remove: os.users.remove.handler(async ({ input }) => ({ removed: await desk.removeUser(input.id) })),
    },
    paymentMethods: {
      list: os.paymentMethods.list.handler(() => desk.paymentMethods()),
      save: os.paymentMethods.save.handler(({ input }) => {
        refuseTwins('payment method', input, desk.paymentMethods())
        return desk.savePaymentMethod(input)
      }),
      remove: os.paymentMethods.remove.handler(async ({ input }) => ({ removed: await desk.removePaymentMethod(input.id) })),
    },
    priceGroups: {
      list: os.priceGroups.list.handler(() => desk.priceGroups()),
      save: os.priceGroups.save.handler(({ input }) => {
        refuseTwins('price group', input, desk.priceGroups())
        return desk.savePriceGroup(input)
      }),
      remove: os.priceGroups.remove.handler(async ({ input }) => ({ removed: await desk.removePriceGroup(input.id) })),
    },
  }
}

/** Two of one name could not be told apart where one is chosen. @throws ActionProblem */
function refuseTwins(one: string, { id, name }: { id: string; name: string }, all: readonly { id: string; name: string }[]): void {
  const twin = all.find((each) => each.id !== id && plain(each.name) === plain(name))
  if (twin) throw new ActionProblem('conflict', `There is a ${one} named ${twin.name} already; give this one another name.`)
}

function plain(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase()
}
