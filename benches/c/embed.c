/* Starts the interpreter, and ends. */
#include <Python.h>

int main(void)
{
    Py_InitializeEx(0);
    return 0;
}
