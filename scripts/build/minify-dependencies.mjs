import { minify } from "rolldown/utils";

/** Minifies the chunks that hold nothing of ours: they are most of the bytes, and nobody reads their stack traces. */
export function minifyDependencies() {
  return {
    name: "minify-dependencies",
    async renderChunk(code, chunk) {
      if (!chunk.moduleIds.every((id) => isDependency(id) || isVirtual(id))) return null;
      const minified = await minify(chunk.fileName, code, {
        module: true,
        compress: { target: "node20" },
        codegen: { removeWhitespace: true },
      });
      if (minified.errors.length > 0) throw new Error(`${chunk.fileName}: ${minified.errors[0].message}`);
      return { code: minified.code };
    },
  };
}

export const isDependency = (moduleId) => /[\\/]node_modules[\\/]/.test(moduleId);

/** The bundler's own modules have an id that begins with a zero byte. */
const isVirtual = (moduleId) => moduleId.startsWith("\0");
