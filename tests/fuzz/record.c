/* What the index keeps of a pilot, damaged in any way. Reading it gives something or nothing,
 * and stays within the bytes; what it gives is written and read as the same. */
#include "fuzz.h"
#include "hash.h"
#include "stored.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	guint64 sum = GUINT64_TO_LE(hash_checksum(size, data, size));

	g_byte_array_append(bytes, (const guint8 *)&sum, sizeof sum);
	g_byte_array_append(bytes, data, (guint)size);
	g_autoptr(GBytes) stored = g_bytes_new(bytes->data, bytes->len);
	g_autoptr(Pilot) p = stored_read(stored, NULL);
	if (!p)
		return 0;
	g_autoptr(GBytes) written = stored_write(p);
	g_autoptr(Pilot) again = stored_read(written, NULL);
	MUST(again);
	g_autoptr(GBytes) rewritten = stored_write(again);
	MUST(g_bytes_equal(written, rewritten));
	return 0;
}
