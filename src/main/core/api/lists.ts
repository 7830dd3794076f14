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
      save: os.paymentMethods.save.handler(({ input }) => desk.savePaymentMethod(input)),
      remove: os.paymentMethods.remove.handler(async ({ input }) => ({ removed: await desk.removePaymentMethod(input.id) })),
    },
    priceGroups: {
      list: os.priceGroups.list.handler(() => desk.priceGroups()),
      save: os.priceGroups.save.handler(({ input }) => desk.savePriceGroup(input)),
      remove: os.priceGroups.remove.handler(async ({ input }) => ({ removed: await desk.removePriceGroup(input.id) })),
    },
  }
}
