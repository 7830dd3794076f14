/** Makes the use of anything that the stand-in does not have an error, instead of a silent `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      // Promises, serializers and Node's inspector ask every object for some names.
      if (typeof key === 'string' && !(key in object) && key !== 'then' && key !== 'toJSON') {
        throw new Error(`electron stand-in: there is no ${name}.${key} here`)
      }
      return Reflect.get(object, key, receiver) as unknown
    },
  })
}

/** Throws for what JSON cannot carry: nothing else may cross between the page and the main process here. */
export function assertJson(values: unknown[]): void {
  for (const value of values) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) continue
    if (Array.isArray(value)) assertJson(value)
    else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) assertJson(Object.values(value))
    else throw new TypeError(`electron stand-in: a ${typeof value} that is not JSON was sent between processes`)
  }
}
