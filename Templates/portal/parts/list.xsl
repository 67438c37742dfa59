<?xml version="1.0" encoding="UTF-8"?>
<!-- A long list: the form that narrows it, sent by GET so that the address says what is shown, and the ways to its other
     pages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <xsl:template match="list" mode="narrow">
    <form method="get" action="{@path}" class="filter" role="search" aria-label="{f:message('list.narrow')}">
      <xsl:for-each select="facet">
        <div class="field">
          <label for="facet-{@name}"><xsl:value-of select="f:message(concat('facet.', @name))"/></label>
          <xsl:choose>
            <xsl:when test="option">
              <select id="facet-{@name}" name="{@name}">
                <xsl:for-each select="option"><option value="{@value}"><xsl:if test="@selected"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="."/></option></xsl:for-each>
              </select>
            </xsl:when>
            <xsl:otherwise><input type="search" id="facet-{@name}" name="{@name}" value="{@value}" maxlength="100" autocomplete="off"/></xsl:otherwise>
          </xsl:choose>
        </div>
      </xsl:for-each>
      <button class="button plain"><xsl:value-of select="f:message('list.show')"/></button>
      <xsl:if test="@narrowed"><a href="{@path}"><xsl:value-of select="f:message('list.clear')"/></a></xsl:if>
    </form>
  </xsl:template>

  <xsl:template match="list" mode="pages">
    <xsl:if test="@previous or @next">
      <nav class="pages" aria-label="{f:message('list.pages')}">
        <xsl:if test="@previous"><a href="{@previous}" rel="prev"><xsl:value-of select="f:message('list.previous')"/></a></xsl:if>
        <span class="soft"><xsl:value-of select="f:message('list.page', 'number', string(@number), 'pages', string(@pages))"/></span>
        <xsl:if test="@next"><a href="{@next}" rel="next"><xsl:value-of select="f:message('list.next')"/></a></xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- What stands where there are no rows: that nothing fits, or that there is nothing yet. -->
  <xsl:template match="list" mode="none">
    <xsl:param name="none"/>
    <p><xsl:choose><xsl:when test="@narrowed or @number &gt; 1"><xsl:value-of select="f:message('list.none')"/></xsl:when><xsl:otherwise><xsl:value-of select="$none"/></xsl:otherwise></xsl:choose></p>
  </xsl:template>
</xsl:stylesheet>
