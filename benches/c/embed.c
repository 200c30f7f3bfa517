/* Starts the interpreter, and ends it. */
#include <Python.h>

int main(void)
{
    Py_InitializeEx(0);
#if PY_VERSION_HEX >= 0x03060000
    return Py_FinalizeEx() < 0 ? 120 : 0;
#else
    Py_Finalize();
    return 0;
#endif
}
