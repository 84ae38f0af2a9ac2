/** What a session says, and who waits for it to say something. */
export class Said<Notice extends { kind: string }> {
  /** In its order. */
  readonly all: Notice[] = [];
  readonly #watchers = new Set<() => void>();

  add(notice: Notice): void {
    this.all.push(notice);
    for (const look of this.#watchers) look();
  }

  /** Of one kind. */
  notices<Kind extends Notice["kind"]>(kind: Kind): Extract<Notice, { kind: Kind }>[] {
    return this.all.filter((notice): notice is Extract<Notice, { kind: Kind }> => notice.kind === kind);
  }

  /** The same, once there are so many. */
  until<Kind extends Notice["kind"]>(kind: Kind, count = 1): Promise<Extract<Notice, { kind: Kind }>[]> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.notices(kind).length < count) return;
        this.#watchers.delete(look);
        resolve(this.notices(kind));
      };
      this.#watchers.add(look);
      look();
    });
  }
}
