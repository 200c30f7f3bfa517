/* Starts the interpreter, and ends without stopping it, as the other programs do. */
#include <Python.h>

int main(void)
{
    Py_InitializeEx(0);
    return 0;
}
