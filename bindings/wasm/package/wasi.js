// SPDX-License-Identifier: BSL-1.0
// As much of WASI as a library without files needs: no arguments, no environment, no files, and its last words on the console.

const success = 0, badDescriptor = 8;

/** The functions that `module` imports; `memory()` is the memory of its instance. */
export function wasi(module, memory) {
    const view = () => new DataView(memory().buffer);
    const known = {
        args_sizes_get: zeros, environ_sizes_get: zeros,
        args_get: () => success, environ_get: () => success,
        clock_time_get(clock, precision, to) {
            view().setBigUint64(to, BigInt(Date.now()) * 1000000n, true);
            return success;
        },
        random_get(to, size) {
            globalThis.crypto.getRandomValues(new Uint8Array(memory().buffer, to, size));
            return success;
        },
        fd_write(descriptor, parts, count, written) {
            if (descriptor !== 1 && descriptor !== 2) return badDescriptor;
            let text = "", size = 0;
            for (let i = 0; i !== count; ++i) {
                const at = view().getUint32(parts + 8 * i, true), bytes = view().getUint32(parts + 8 * i + 4, true);
                text += new TextDecoder().decode(new Uint8Array(memory().buffer, at, bytes));
                size += bytes;
            }
            view().setUint32(written, size, true);
            console.error(text.trimEnd());
            return success;
        },
        proc_exit(code) {
            throw new Error(`the WebAssembly module of Treatise ended with ${code}`);
        },
    };
    function zeros(count, size) {
        view().setUint32(count, 0, true);
        view().setUint32(size, 0, true);
        return success;
    }
    const imports = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module))
        (imports[from] ??= {})[name] = known[name] ?? (() => badDescriptor);
    return imports;
}
