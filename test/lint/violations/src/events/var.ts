// breaks eslint(no-var)
export function two(): number {
  var value = 1;
  value += 1;
  return value;
}
