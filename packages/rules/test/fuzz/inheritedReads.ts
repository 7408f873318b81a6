/** A name that nothing declares: whoever finds it on a record has read an inherited member. */
export const inheritedName = "inheritedByEveryObject";

/** Members of every object that a pack could name, to have them read as facts. */
export const inheritedNames = [inheritedName, "constructor", "__proto__", "hasOwnProperty", "isPrototypeOf", "__defineGetter__"] as const;

const mostStacks = 10;

/** Notes, while a function runs, who reads a member of every object through a record that does not have it itself. */
export class InheritedReads {
  /** Where each such read came from. */
  readonly stacks: string[] = [];
  private watching = false;
  private readonly before = new Map<string, PropertyDescriptor | undefined>();

  /** Puts a member on every object, in place of those that are there; to be taken away again by `restore`. */
  install(): void {
    const note = (holder: unknown, name: string): void => {
      // whoever asks the prototype itself knows what it is
      if (holder === Object.prototype) return;
      if (!this.watching || this.stacks.length >= mostStacks) return;
      // whoever words a stack reads members too
      this.watching = false;
      this.stacks.push(`${name} ${new Error("inherited member").stack ?? ""}`);
      this.watching = true;
    };
    for (const name of inheritedNames) {
      const before = Object.getOwnPropertyDescriptor(Object.prototype, name);
      this.before.set(name, before);
      const { get, set } = before ?? {};
      Object.defineProperty(Object.prototype, name, {
        configurable: true,
        enumerable: false,
        get(this: object): unknown {
          note(this, name);
          return get === undefined ? before?.value : get.call(this);
        },
        set(this: object, value: unknown) {
          // an assignment makes a member of its own, as it would without us
          if (set === undefined) Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
          else set.call(this, value);
        },
      });
    }
  }

  restore(): void {
    for (const [name, before] of this.before)
      if (before === undefined) Reflect.deleteProperty(Object.prototype, name);
      else Object.defineProperty(Object.prototype, name, before);
  }

  during<Result>(work: () => Result): Result {
    this.watching = true;
    try {
      return work();
    } finally {
      this.watching = false;
    }
  }
}
